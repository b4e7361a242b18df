# fails: tier-grows
# instead of the solution
# Rules for single addresses hold until a server is added.
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
APP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=app --query 'SecurityGroups[0].GroupId' --output text)
DB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=db --query 'SecurityGroups[0].GroupId' --output text)
APP_A=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=app-a --query 'Subnets[0].SubnetId' --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
aws ec2 authorize-security-group-ingress --group-id $WEB --protocol tcp --port 443 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id $APP --protocol tcp --port 8080 --source-group $WEB
aws ec2 authorize-security-group-ingress --group-id $DB --protocol tcp --port 5432 --cidr 10.0.2.10/32
aws ec2 revoke-security-group-egress --group-id $DB --protocol all --cidr 0.0.0.0/0
APP_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $APP_A --security-group-ids $APP \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-2}]' --query 'Instances[0].InstanceId' --output text) \
  && aws ec2 wait instance-running --instance-ids $APP_2
