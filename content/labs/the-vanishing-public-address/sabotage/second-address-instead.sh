# fails: second-card none-comes-back
# instead of the solution
# Takes a second private address for a second interface.
WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
WEB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
WEB_3=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-3 --query 'Reservations[0].Instances[0].InstanceId' --output text)
WEB_4=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-4 --query 'Reservations[0].Instances[0].InstanceId' --output text)
INSIDE=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-inside --query 'Subnets[0].SubnetId' --output text)
aws ec2 stop-instances --instance-ids $WEB_1
aws ec2 wait instance-stopped --instance-ids $WEB_1
aws ec2 stop-instances --instance-ids $WEB_2
aws ec2 wait instance-stopped --instance-ids $WEB_2
aws ec2 modify-instance-attribute --instance-id $WEB_2 --instance-type t3.small
aws ec2 start-instances --instance-ids $WEB_2
aws ec2 wait instance-running --instance-ids $WEB_2
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_3 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 assign-private-ip-addresses --network-interface-id $ETH0 --secondary-private-ip-address-count 1
aws ec2 stop-instances --instance-ids $WEB_3
aws ec2 wait instance-stopped --instance-ids $WEB_3
aws ec2 start-instances --instance-ids $WEB_3
aws ec2 wait instance-running --instance-ids $WEB_3
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --instance-id $WEB_4
aws ec2 stop-instances --instance-ids $WEB_4
aws ec2 wait instance-stopped --instance-ids $WEB_4
